SELECT stamp FROM learned
