"""A row of small log-log charts as SVG."""

import math

WIDTH, HEIGHT, LEFT, TOP, GAP = 250, 190, 52, 34, 66
COLOURS = ("#1b6ca8", "#888888", "#d1495b", "#3a7d44")
FONT = 'font-family="sans-serif" font-size="11"'


def svg(tables):
    """Of {title: {x: {name: y}}}."""
    names = list(dict.fromkeys(n for t in tables.values() for by in t.values() for n in by))
    colours = {n: COLOURS[i % len(COLOURS)] for i, n in enumerate(names)}
    wide = len(tables) * (WIDTH + GAP) + LEFT - GAP + 16
    tall = TOP + HEIGHT + 56
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}">']
    out.append(f'<rect width="{wide}" height="{tall}" fill="white"/>')
    for i, (title, table) in enumerate(tables.items()):
        out += panel(title, table, colours, LEFT + i * (WIDTH + GAP))
    for i, name in enumerate(names):
        x, y = LEFT + 120 * i, tall - 10
        out.append(f'<line x1="{x}" y1="{y - 4}" x2="{x + 18}" y2="{y - 4}" stroke="{colours[name]}" stroke-width="2"/>')
        out.append(f'<text x="{x + 24}" y="{y}" {FONT}>{name}</text>')
    return "\n".join([*out, "</svg>", ""])


def panel(title, table, colours, left):
    values = [y for by in table.values() for y in by.values()]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    xs = [math.log10(x) for x in table]
    bottom = TOP + HEIGHT

    def place(x, y):
        across = (math.log10(x) - xs[0]) / max(1e-9, xs[-1] - xs[0])
        up = (math.log10(y) - low) / max(1, high - low)
        return left + across * WIDTH, bottom - up * HEIGHT

    out = [f'<text x="{left}" y="{TOP - 14}" {FONT} font-weight="bold">{title}</text>']
    for power in range(low, high + 1):
        y = place(10 ** xs[0], 10.0**power)[1]
        out.append(f'<line x1="{left}" y1="{y:.1f}" x2="{left + WIDTH}" y2="{y:.1f}" stroke="#dddddd"/>')
        out.append(f'<text x="{left - 6}" y="{y + 4:.1f}" {FONT} text-anchor="end">{micro(power)}</text>')
    for x in table:
        across = place(x, 10.0**low)[0]
        out.append(f'<text x="{across:.1f}" y="{bottom + 16}" {FONT} text-anchor="middle">{x}</text>')
    for name, colour in colours.items():
        points = [place(x, by[name]) for x, by in table.items() if name in by]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        out.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"/>' for x, y in points]
    return out


def micro(power):
    return f"{10 ** (power - 6):g} s" if power >= 6 else f"{10 ** (power - 3):g} ms" if power >= 3 else f"{10.0**power:g} µs"
