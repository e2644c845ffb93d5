/** Measures whether text can be read on its ground, by the formula accessibility law refers to. */

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours: 1 (the same) to 21 (black on white). Source: w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastRatio(one: string, other: string): number {
  const a = relativeLuminance(one)
  const b = relativeLuminance(other)
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** 0 (black) to 1 (white). Source: w3.org/TR/WCAG22/#dfn-relative-luminance */
export function relativeLuminance(color: string): number {
  const channel = (start: number): number => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
