SELECT DISTINCT origin FROM account
