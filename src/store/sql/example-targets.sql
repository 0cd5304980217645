SELECT DISTINCT source_id FROM reply_source WHERE message = ?1
