# The benchmark's measures in DuckDB, with exact decimals. peer_duckdb.py IN OUT
import sys

import duckdb

source, target = sys.argv[1:3]
types = "{" + ", ".join(
    f"'{name}': 'DECIMAL(18,2)'"
    for name in ("rd_spend_yuan", "compute_spend_yuan", "task_funds_received_yuan",
                 "culture_fee_due_yuan")) + "}"


def paid(condition, amount, cap=None):
    amount = f"round({amount}, 2)"
    if cap:
        amount = f"least({amount}, {cap})"
    return f"CAST(CASE WHEN {condition} THEN {amount} ELSE 0 END AS DECIMAL(18,2))"


columns = {
    "rd_hq_grant": paid(
        "introduced_year = 2027 AND hq_kind = 'rd' AND rd_spend_yuan >= 10000000",
        "rd_spend_yuan * 0.05", 5000000),
    "research_task_match": paid(
        "key_task_level <> 'none' AND task_funds_received_yuan > 0",
        "task_funds_received_yuan * 0.25", 5000000),
    "data_compute_subsidy": paid(
        "data_operator AND compute_spend_yuan > 0", "compute_spend_yuan * 0.20", 1000000),
    "dataset_award": paid(
        "dataset_selected AND dataset_score >= 60", "dataset_score * 12500.00", 1000000),
    "market_pilot_award": paid("is_market_operator AND pilot_approved", "10000000.00"),
    "culture_fee_relief": paid("ad_business AND fee_is_local", "culture_fee_due_yuan * 0.50"),
    "compute_voucher": paid(
        "is_sme AND public_compute AND NOT data_operator", "compute_spend_yuan * 0.30", 200000),
}
fields = ", ".join(f"{value} AS {name}" for name, value in columns.items())
duckdb.execute(
    f"COPY (SELECT id, {fields} FROM read_csv('{source}', header=true, types={types})) "
    f"TO '{target}' (HEADER, DELIMITER ',')")
