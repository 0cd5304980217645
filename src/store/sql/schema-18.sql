-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which conversations name a payment is asked without reading all of them.

CREATE INDEX conversation_payments ON conversation (id) WHERE instr (attributes_json, 'payment_ref') > 0;
