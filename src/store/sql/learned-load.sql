SELECT model FROM learned
