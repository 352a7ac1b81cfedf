# Runs everything that decides on the register in turns, compares the outputs, and prints ratios.
import filecmp, importlib.util, os, statistics, subprocess, sys, threading, time

yardstick, here, work, rows, runs = sys.argv[1:4] + [int(sys.argv[4]), int(sys.argv[5])]
os.chdir(work)
register = f"register-{rows}.csv"
decide = [yardstick, "decide", "--workspace", here, "--subjects", register, "--layout", "wide"]
peers = [
    ("C by hand", ["./reference"]),
    ("yardstick", decide + ["--output", "OUT"]),
    ("yardstick, 1 job", decide + ["--jobs", "1", "--output", "OUT"]),
]
for name in ("polars", "duckdb"):
    if importlib.util.find_spec(name):
        peers.append((name, [sys.executable, f"{here}/peer_{name}.py", register, "OUT"]))


def children(process):
    """A process and all below it."""
    found = [process]
    try:
        for task in os.listdir(f"/proc/{process}/task"):
            with open(f"/proc/{process}/task/{task}/children") as file:
                for child in file.read().split():
                    found += children(int(child))
    except OSError:
        pass
    return found


def memory(process):
    """The megabytes of a process and all below it, what they share counted once."""
    total = 0
    for each in children(process):
        try:
            with open(f"/proc/{each}/smaps_rollup") as file:
                total += next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except (OSError, StopIteration):
            pass
    return total / 1024


def run(command, output):
    command = [output if word == "OUT" else word for word in command]
    start, before = time.monotonic(), os.times()
    is_filter = command == ["./reference"]
    with open(register) as source, open(output if is_filter else os.devnull, "w") as target:
        process = subprocess.Popen(
            command, stdin=source if is_filter else subprocess.DEVNULL,
            stdout=target if is_filter else subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        peak = 0.0

        def watch():
            nonlocal peak
            while process.poll() is None:
                peak = max(peak, memory(process.pid))
                time.sleep(0.01)

        watcher = threading.Thread(target=watch)
        if run.watches:
            watcher.start()
        process.wait()
        if run.watches:
            watcher.join()
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with code {process.returncode}")
    after = os.times()
    used = sum(after[2:4]) - sum(before[2:4])
    return time.monotonic() - start, used, peak


walls, uses, peaks = {}, {}, {}
for turn in range(runs + 1):
    # Looking at memory takes time, so the first turn does only that.
    run.watches = turn == 0
    for name, command in peers:
        output = name.replace(" ", "-").replace(",", "") + ".csv"
        wall, used, peak = run(command, output)
        if turn == 0:
            peaks[name] = peak
            if name != "C by hand" and not filecmp.cmp(output, "C-by-hand.csv", shallow=False):
                sys.exit(f"the output of {name} is not that of the program in C")
        else:
            walls.setdefault(name, []).append(wall)
            uses.setdefault(name, []).append(used)
mine = statistics.median(walls["yardstick"])
mine_used = statistics.median(uses["yardstick"])
print(f"{rows} rows, {runs} runs in turns, outputs equal")
print(f"{'':18} {'wall s':>8} {'cpu s':>8} {'MiB':>6}   yardstick takes (wall, cpu)")
for name, _ in peers:
    wall, used = statistics.median(walls[name]), statistics.median(uses[name])
    print(f"{name:18} {wall:8.3f} {used:8.3f} {peaks[name]:6.0f}   {mine / wall:.2f}, {mine_used / used:.2f}")
