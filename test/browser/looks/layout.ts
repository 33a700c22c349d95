import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { placeOf, type Shown } from './in-every-look.ts'

/** What can be tapped is at least this wide and high, in CSS pixels. */
const TARGET_PX = 44

/** Runs in the page. */
const misplaced = (least: number): string[] => {
  const found: string[] = []
  const nameOf = (element: Element): string =>
    `<${element.tagName.toLowerCase()}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0
  const width = document.documentElement.clientWidth
  const scrolls = (element: Element): boolean => {
    for (let above = element.parentElement; above; above = above.parentElement)
      if (getComputedStyle(above).overflowX !== 'visible') return true
    return false
  }
  if (document.documentElement.scrollWidth > width) {
    found.push(`the page is ${document.documentElement.scrollWidth} px wide, its window ${width}`)
    for (const element of document.body.querySelectorAll('*'))
      if (isSeen(element) && element.getBoundingClientRect().right > width + 1 && !scrolls(element))
        found.push(`sticks out: ${nameOf(element)}`)
  }
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link]'
  const roles = '[role=switch], [role=tab], [role=option], [role=radio], [role=checkbox], [role=menuitem]'
  for (const control of document.querySelectorAll(`${controls}, ${roles}`)) {
    const label = (control as HTMLInputElement).labels?.[0]
    const isChoice = control.matches('[type=checkbox], [type=radio], [type=file]')
    const tapped = isChoice && label ? label : control
    if (!isSeen(tapped) || control.closest('[inert]')) continue
    const isInText =
      getComputedStyle(tapped).display === 'inline' &&
      tapped.parentElement?.textContent?.trim() !== tapped.textContent?.trim()
    // Seen only when the keyboard reaches it.
    const isClipped = tapped.matches('a[href^="#"]') && tapped.getBoundingClientRect().bottom <= 0
    if (isInText || isClipped) continue
    const { width, height } = tapped.getBoundingClientRect()
    if (Math.ceil(width) < least || Math.ceil(height) < least)
      found.push(`${Math.round(width)} × ${Math.round(height)} px is too small to tap: ${nameOf(control)}`)
  }
  // Nothing in it, at the foot of a line: it stands on the line of the letters.
  const baselineOf = (element: Element): number => {
    const [first] = element.children
    // What is put into a row is no longer on its line.
    if (first && getComputedStyle(element).display === 'flex') return baselineOf(first)
    const probe = document.createElement('span')
    probe.style.display = 'inline-block'
    element.prepend(probe)
    const { bottom } = probe.getBoundingClientRect()
    probe.remove()
    return bottom
  }
  for (const row of document.querySelectorAll('.facts > div')) {
    const [name, value] = [row.querySelector('dt'), row.querySelector('dd')]
    if (!name || !value || !isSeen(name) || !isSeen(value)) continue
    const isBeside = value.getBoundingClientRect().top < name.getBoundingClientRect().bottom
    if (isBeside && Math.abs(baselineOf(name) - baselineOf(value)) > 1)
      found.push(`name and value stand on two lines: ${nameOf(row)}`)
  }
  for (const element of document.querySelectorAll('p, li, dd, dt, h1, h2, label, legend, span'))
    if (isSeen(element) && /：[ \u00a0]/.test(element.textContent ?? ''))
      found.push(`a blank after “：”: ${nameOf(element)}`)
  return found
}

/**
 * Fails where a page is wider than its window, something on it is too small to tap (links within a sentence are excepted), a name does
 * not stand on the line of its value, or a blank follows a Chinese colon.
 */
export const laidOut = async (page: Page, shown?: Shown): Promise<void> => {
  const found = await page.evaluate(misplaced, TARGET_PX)
  expect(found, `layout of ${placeOf(page, shown)}:\n${found.join('\n')}`).toEqual([])
}
