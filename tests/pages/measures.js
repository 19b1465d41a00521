// What can be measured on a page: an object of functions, each returns what is wrong (or a fact).
(() => {
  const CONTROLS = "button, summary, select, textarea, input:not([type=hidden])";
  const one = (element) => {
    const text = (element.innerText || element.name || "").trim().slice(0, 40);
    return `<${element.localName}${element.id ? ` id="${element.id}"` : ""}> ${text}`;
  };
  const box = (element) => element.getBoundingClientRect();
  const style = (element, part) => getComputedStyle(element, part);
  const all = (what, root = document) => [...root.querySelectorAll(what)];
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && box(element).width > 1;
  const isTick = (element) => /^(radio|checkbox)$/.test(element.type);
  const isInside = (rect) => rect.right > 0 && rect.bottom > -scrollY;

  const looksLikeButton = (link) => {
    const { backgroundColor, borderTopWidth, display } = style(link);
    const painted = !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
    return display !== "inline" && (painted || parseFloat(borderTopWidth) > 0);
  };

  // A radio or checkbox is pressed on its label too: both together are the target.
  const target = (element) => {
    const boxes = [element, ...(isTick(element) ? element.labels : [])].map(box);
    const edge = (pick, name) => pick(...boxes.map((rect) => rect[name]));
    return {
      height: edge(Math.max, "bottom") - edge(Math.min, "top"),
      width: edge(Math.max, "right") - edge(Math.min, "left"),
    };
  };

  const drawn = (css, side) => css[`${side}Style`] !== "none" && parseFloat(css[`${side}Width`]) > 0;
  const hasLine = (css) => drawn(css, "outline") || drawn(css, "borderBottom");
  // What can carry the line of a control: itself, its label, or the frame it shares with a unit.
  const isFrameOf = (element, parent) => Math.abs(box(parent).height - box(element).height) < 8;
  const boxesOf = (element) => [
    style(element),
    ...[element.parentElement].filter((parent) => isFrameOf(element, parent)).map((e) => style(e)),
    ...[...(element.labels ?? [])].flatMap((label) => [style(label), style(label, "::before")]),
  ];
  const isNative = (element) => style(element).appearance !== "none" && style(element).opacity > 0;

  // What WCAG 2.2, 1.4.12 lets people set; a page's own rules against inline styles allow this way.
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);

  return {
    // Sets wide text, or with ``wide`` false what was there before.
    space(wide) {
      document.adoptedStyleSheets = wide ? [spacing] : [];
    },

    // Elements that stick out of the screen at the end of a line, and a page that scrolls sideways.
    sideways() {
      const { scrollWidth, clientWidth } = document.documentElement;
      // A picture stays as it was drawn when text is spaced out; a table beside it says the same.
      const drawing = document.adoptedStyleSheets.length ? "svg *" : "none";
      const isMirrored = document.documentElement.dir === "rtl";
      const isOut = (rect) => (isMirrored ? rect.left < -0.5 : rect.right > clientWidth + 0.5);
      const out = all(`body *:not(${drawing})`).filter((e) => isShown(e) && isOut(box(e)));
      const innermost = out.filter((element) => !out.some((e) => e !== element && element.contains(e)));
      return [...innermost.map(one), ...(scrollWidth > clientWidth ? ["the page itself"] : [])];
    },

    // Buttons, links that look like buttons and fields lower than ``least`` pixels.
    low(least) {
      const pressed = all(CONTROLS).concat(all("a").filter(looksLikeButton));
      return pressed
        .filter((e) => isShown(e) && isInside(box(e)) && target(e).height < least - 0.5)
        .map((e) => `${one(e)}: ${target(e).height}`);
    },

    // Elements whose own text does not fit into them.
    clipped() {
      const cut = (e) => {
        const css = style(e);
        const hides = css.overflowX !== "visible" || css.overflowY !== "visible";
        const over = e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2;
        return (hides || e.matches("button, a")) && css.display !== "inline" && over;
      };
      return all("main *, header *, footer *")
        .filter((e) => !e.closest("svg") && !e.matches("input, select, option"))
        .filter((e) => isShown(e) && isInside(box(e)) && cut(e))
        .map(one);
    },

    // Controls without a line around or under them: with forced colors nothing else shows them.
    edgeless() {
      const isUnderlined = (e) => style(e).textDecorationLine.includes("underline");
      const isMarked = (e) => boxesOf(e).some(hasLine) || (isTick(e) && isNative(e));
      const marked = (e) => isMarked(e) || isUnderlined(e);
      return all("button, select, input:not([type=hidden])")
        .concat(all("a").filter(looksLikeButton))
        .filter((e) => isShown(e) && !marked(e))
        .map(one);
    },

    // Whether what has the focus is drawn with a line that is not there without the focus.
    focusIsDrawn() {
      const element = document.activeElement;
      const lines = () =>
        JSON.stringify(boxesOf(element).map((css) => [hasLine(css), css.outline, css.border]));
      const focused = lines();
      element.blur();
      const plain = lines();
      element.focus({ preventScroll: true });
      return focused !== plain && boxesOf(element).some(hasLine);
    },

    // What has the focus but cannot be seen: outside the screen, or under something.
    hiddenFocus() {
      const element = document.activeElement;
      const shown = isTick(element) ? element.labels[0] : element;
      const { left, top, width, height } = shown.getClientRects()[0] ?? box(shown);
      const [x, y] = [left + Math.min(width, 20) / 2, top + Math.min(height, 20) / 2];
      const found = document.elementFromPoint(x, y);
      const seen = found && (shown.contains(found) || found.contains(shown) || found === element);
      return seen ? null : `${one(element)} at ${Math.round(x)}, ${Math.round(y)}`;
    },

    // Elements that move by themselves or when they change.
    moving() {
      const moves = (css) =>
        (parseFloat(css.transitionDuration) > 0.01 && css.transitionProperty !== "none") ||
        (css.animationName !== "none" && parseFloat(css.animationDuration) > 0.01) ||
        css.scrollBehavior === "smooth";
      return all("*").filter((element) => moves(style(element))).map(one);
    },
  };
})()
