import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** More than any page has; a page on which Tab never comes round is told apart from a long one. */
const MOST_STOPS = 80

type Stop = { name: string; isSeen: boolean; isInWindow: boolean; isFirst: boolean }

const REMEMBERED = '__unfocused'

/** What draws a focus: the control itself, its label, what stands beside it (a hidden checkbox and its box). */
const remember = (key: string): void => {
  const drawn = (element: Element): string =>
    [element, element.parentElement, element.nextElementSibling, ...((element as HTMLInputElement).labels ?? [])]
      .flatMap((one) => (one ? [getComputedStyle(one)] : []))
      .map(
        ({ outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecorationLine }) =>
          [
            outlineStyle === 'none' ? '' : outlineWidth + outlineColor,
            boxShadow,
            borderColor,
            backgroundColor,
            textDecorationLine,
          ].join(),
      )
      .join('|')
  const before = new Map([...document.querySelectorAll('*')].map((element) => [element, drawn(element)]))
  const first: { element?: Element } = {}
  const stop = (): Stop | undefined => {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    const isFirst = element === first.element
    first.element ??= element
    const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent)
    const name = element.getAttribute('aria-label') ?? (labels.join(' ') || element.textContent) ?? ''
    const { top, bottom } = element.getBoundingClientRect()
    return {
      name: name.trim(),
      isSeen: drawn(element) !== before.get(element),
      isInWindow: bottom > 0 && top < innerHeight,
      isFirst,
    }
  }
  Object.assign(window, { [key]: stop })
}

const stopNow = (key: string): Stop | undefined =>
  (window as unknown as Record<string, () => Stop | undefined>)[key]?.()

/** Runs in the page: nothing has the focus, and Tab begins with the first. */
const beginAtTop = (): void => {
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
}

/**
 * Goes once round a page by the Tab key; the names of what it reaches, in order. Fails where one cannot see where the focus is.
 * Nothing has the focus afterwards.
 */
export const tabbed = async (page: Page): Promise<string[]> => {
  await page.evaluate(beginAtTop)
  await page.evaluate(remember, REMEMBERED)
  const reached: Stop[] = []
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(stopNow, REMEMBERED)
    if (!stop || stop.isFirst) break
    reached.push(stop)
  }
  await page.evaluate(beginAtTop)
  const unseen = reached.filter(({ isSeen, isInWindow }) => !isSeen || !isInWindow).map(({ name }) => name)
  expect(unseen, `the keyboard reaches these, and nothing shows it:\n${unseen.join('\n')}`).toEqual([])
  expect(reached.length, 'Tab never comes round').toBeLessThan(MOST_STOPS)
  return reached.map(({ name }) => name)
}
