"""When an article was published: where pages state it, how a date is read, what a text allows when none is stated."""
