-- What is missing of a customer is reckoned otherwise: nobody asks a foreign one for a unified social credit code. All of it is rolled up anew.
TRUNCATE "fact_zone";
