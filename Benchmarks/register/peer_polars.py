# The benchmark's measures in polars: everything in whole fen, streaming. peer_polars.py IN OUT
import sys

import polars as pl

source, target = sys.argv[1:3]
col = pl.col


def fen(name):
    return col(name).str.replace(".", "", literal=True).cast(pl.Int64)


def share(amount, percent):
    return (amount * percent + 50) // 100


money = ["rd_spend_yuan", "compute_spend_yuan", "task_funds_received_yuan", "culture_fee_due_yuan"]
spend, computing, funds, fee = (fen(name) for name in money)


def paid(condition, amount, cap=None):
    if cap is not None:
        amount = pl.min_horizontal(amount, pl.lit(cap, dtype=pl.Int64))
    value = pl.when(condition).then(amount).otherwise(pl.lit(0, dtype=pl.Int64))
    whole = (value // 100).cast(pl.String)
    return whole + "." + (value % 100).cast(pl.String).str.zfill(2)


lines = pl.scan_csv(source, schema_overrides={name: pl.String for name in money})
lines.select(
    "id",
    rd_hq_grant=paid(
        (col("introduced_year") == 2027) & (col("hq_kind") == "rd") & (spend >= 1_000_000_000),
        share(spend, 5), 500_000_000),
    research_task_match=paid(
        (col("key_task_level") != "none") & (funds > 0), share(funds, 25), 500_000_000),
    data_compute_subsidy=paid(
        col("data_operator") & (computing > 0), share(computing, 20), 100_000_000),
    dataset_award=paid(
        col("dataset_selected") & (col("dataset_score") >= 60),
        col("dataset_score") * 1_250_000, 100_000_000),
    market_pilot_award=paid(
        col("is_market_operator") & col("pilot_approved"), pl.lit(1_000_000_000, dtype=pl.Int64)),
    culture_fee_relief=paid(col("ad_business") & col("fee_is_local"), share(fee, 50)),
    compute_voucher=paid(
        col("is_sme") & col("public_compute") & ~col("data_operator"),
        share(computing, 30), 20_000_000),
).sink_csv(target)
