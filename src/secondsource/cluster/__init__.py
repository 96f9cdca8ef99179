"""Articles and annotations → stories: copies become one origin, reports of one event one story."""
