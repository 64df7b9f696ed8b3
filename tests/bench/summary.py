# SPDX-License-Identifier: Apache-2.0
"""One table and one JSON file of what the benchmarks measured: summary.py RESULTS.json A_bench.json B_bench.json ...

"processor" is what a process and its threads used of all cores, where the wall clock counts what it waited for.
Floors are the same work written by hand, measured in the same run; the ratio is how many times as long a row takes.
"""
import json
import pathlib
import sys

# Beginnings of names, the first that fits counts.
FLOORS = [
    ("by_column/households", "by_hand/households"),
    ("by_column_families", "by_hand_families"),
    ("by_column_once", "by_hand/households"),
    ("one_case", "by_hand/households"),
    ("exactly", "by_hand/households"),
    ("rows/", "by_hand/households"),
    ("wanted/4", "by_hand/households"),
    ("rules/", "by_hand/households"),
    ("csv_batch", "csv_by_hand"),
    ("csv_pipe", "csv_by_hand"),
    ("study_", "study_batch"),
]
UNITS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def measured(file):
    for one in json.loads(pathlib.Path(file).read_text(encoding="utf-8") or '{"benchmarks": []}')["benchmarks"]:
        if one.get("error_occurred"):
            yield {"name": one["name"], "error": one["error_message"]}
            continue
        real = "/real_time" in one["name"]
        result = {
            "name": one["name"].replace("/real_time", ""),
            "by": "wall clock" if real else "one core",
            "time_ns": one["real_time" if real else "cpu_time"] * UNITS[one["time_unit"]],
        }
        if "items_per_second" in one:
            # Rows of the turn, from the clock that the benchmark counts by.
            result["rows_per_second"] = one["items_per_second"]
            result["ns_per_row"] = 1e9 / one["items_per_second"]
        for counter in ("MB", "cpu_ms", "definitions"):
            if counter in one:
                result[counter] = one[counter]
        yield result


def with_ratios(results):
    by_name = {one["name"]: one for one in results}
    for one in results:
        for start, floor in FLOORS:
            base = by_name.get(floor, {})
            if one["name"].startswith(start) and "ns_per_row" in base and "ns_per_row" in one:
                one["floor"] = floor
                one["times_the_floor"] = one["ns_per_row"] / base["ns_per_row"]
                break
    return results


def time(nanoseconds):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("us", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}" if nanoseconds < 1000 * size else f"{nanoseconds / size:.0f} {unit}"
    return f"{nanoseconds:.3g} ns"


def table(results):
    rows = [("benchmark", "time", "rows/s", "ns/row", "floor x", "processor", "MB", "clock")]
    for one in results:
        if "error" in one:
            rows.append((one["name"], one["error"], "", "", "", "", "", ""))
            continue
        rate = one.get("rows_per_second")
        rows.append((
            one["name"],
            time(one["time_ns"]),
            "" if rate is None else f"{rate / 1e6:.2f} M" if rate >= 1e5 else f"{rate / 1e3:.2f} k",
            f"{one['ns_per_row']:.1f}" if rate else "",
            f"{one['times_the_floor']:.2f}" if "times_the_floor" in one else "",
            time(one["cpu_ms"] * 1e6) if "cpu_ms" in one else "",
            f"{one['MB']:.1f}" if "MB" in one else "",
            one["by"],
        ))
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join(cells).rstrip())


def main():
    out, *files = sys.argv[1:]
    results = with_ratios([one for file in files for one in measured(file)])
    table(results)
    text = json.dumps({"benchmarks": results}, indent=2)
    pathlib.Path(out).write_text(text + "\n", encoding="utf-8")
    print(f"\nas JSON: {out}")
    return 1 if any("error" in one for one in results) else 0


if __name__ == "__main__":
    sys.exit(main())
