import { useEffect } from 'react'
import { askedBy, rowAfter } from './keys.ts'
import { keysOn } from './preference.ts'

const TYPED_INTO =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="combobox"]'

const PRESSED = 'a, button, input'

const isTyping = (): boolean =>
  document.querySelector('dialog[open]') !== null || document.activeElement?.matches(TYPED_INTO) === true

/** Puts the focus on the next or previous row of the page's first list. */
const goToRow = (step: 1 | -1): void => {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const row = rows[rowAfter(at, step, rows.length)]
  const target = row?.matches('a, button') ? row : row?.querySelector<HTMLElement>('a, button')
  target?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}

/** Presses what is marked so: of the row that has the focus first. */
const press = (mark: string): boolean => {
  const row = document.activeElement?.closest('[data-row]')
  const marked = `[data-key="${mark}"]`
  const place = row?.querySelector(marked) ?? document.querySelector(marked)
  const found = place?.matches(PRESSED) ? (place as HTMLElement) : place?.querySelector<HTMLElement>(PRESSED)
  found?.focus()
  if (!found?.matches('input:not([type="checkbox"])')) found?.click()
  return found !== undefined && found !== null
}

/** Single keys of the console, while they are on and nobody types. */
export const useKeys = (onHelp: () => void): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!keysOn.get() || event.defaultPrevented) return
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.isComposing
      const asked = askedBy({ key: event.key, hasModifier, isTyping: isTyping() })
      if (!asked) return
      if (asked.is === 'row') goToRow(asked.step)
      if (asked.is === 'help') onHelp()
      // A slash would open the search of some browsers.
      if (asked.is !== 'mark' || press(asked.mark)) event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [onHelp])
}
