"""Traer textos del trimestre anterior: cuáles hay, cómo decían y cómo dirán."""
