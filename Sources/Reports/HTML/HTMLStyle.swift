/// The page's style sheet.
enum HTMLStyle {
  static let sheet = """
    :root{color-scheme:light dark;--paper:#fff;--ink:#1c2024;--dim:#60646c;--line:#d9d9e0;
    --code:#f4f4f6;--error:#ce2c31;--warning:#ab6400;--note:#0d74ce;--good:#218358;
    --mark:#fde3cf}
    @media(prefers-color-scheme:dark){:root{--paper:#111113;--ink:#edeef0;--dim:#b0b4ba;
    --line:#363a3f;--code:#18191b;--error:#ff9592;--warning:#ffca16;--note:#70b8ff;
    --good:#3dd68c;--mark:#5c2f12}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:68rem;padding:1.5rem;background:var(--paper);color:var(--ink);
    font:16px/1.5 system-ui,sans-serif}
    h1{margin:0}h2{margin:2rem 0 .75rem;overflow-wrap:anywhere}
    h3{margin:0;font-size:1.05rem;overflow-wrap:anywhere}h4{margin:1rem 0 .25rem}
    code,pre{font:13px/1.6 ui-monospace,monospace}
    code{background:var(--code);border-radius:3px;padding:.1em .25em;overflow-wrap:anywhere}
    pre{margin:0;padding:.6rem .8rem;background:var(--code);overflow-x:auto;border-radius:4px}
    pre code{padding:0;background:none}
    a{color:inherit}
    .summary{margin:.25rem 0 1rem;color:var(--dim)}
    .failure{padding:.6rem .8rem;border:1px solid var(--error);color:var(--error)}
    .filter{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;
    padding:.6rem 0;border-block:1px solid var(--line)}
    select{font:inherit;max-width:100%}
    article{margin:0 0 1rem;padding:1rem;border:1px solid var(--line);border-radius:6px;
    border-left:4px solid var(--tint)}
    .error{--tint:var(--error)}.warning{--tint:var(--warning)}.note{--tint:var(--note)}
    .severity{color:var(--tint)}.filter .error,.filter .warning,.filter .note{color:var(--tint)}
    .rule{margin:.15rem 0 .75rem;font-size:.85rem;color:var(--dim);overflow-wrap:anywhere}
    .clean{color:var(--good)}
    figure{margin:.75rem 0}figcaption{font-size:.85rem;color:var(--dim);margin-bottom:.25rem}
    .source pre b{display:inline-block;min-width:2.5em;margin-right:1em;text-align:right;
    font-weight:400;color:var(--dim);user-select:none}
    mark{background:var(--mark);color:inherit;border-bottom:2px solid var(--tint);
    padding:0 1px}
    .other mark{background:none;border-bottom-style:dashed}
    .help p{margin:.5rem 0}
    details{margin:.5rem 0}summary{cursor:pointer;color:var(--dim)}
    .rules :target{outline:2px solid var(--note);outline-offset:6px}
    .rules h3{display:none}
    table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:.25rem .5rem;
    text-align:left;vertical-align:top}
    .picture{overflow-x:auto}
    body:has(#show-error:not(:checked)) article.error,
    body:has(#show-warning:not(:checked)) article.warning,
    body:has(#show-note:not(:checked)) article.note{display:none}
    @media print{.filter{display:none}}

    """
}
