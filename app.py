"""Rasid's dashboard: `streamlit run app.py`. Only the launcher; the router is rasid/ui/main.py.

Streamlit reads this file's text to find the application, so `st.App(...)` has to stand here in so many words.
"""

import streamlit as st

from rasid.ui.serving import server

app = st.App(
    server.ROUTER,
    lifespan=server.lifespan,
    routes=server.ROUTES,
    middleware=server.MIDDLEWARE,
)
