import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from './device.ts'
import { keep } from './kept.ts'
import { watchPage } from './page.ts'
import { Phone } from './phone-frame.tsx'

/** From here on there is room beside the page. As phone.css has it. */
const WIDE = '(min-width: 1100px)'

const styleSheet = (): Promise<void> =>
  new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = '/sandbox/phone/phone.css'
    link.onload = link.onerror = () => resolve()
    document.head.append(link)
  })

/** Puts the phone beside the page; where there is no room, above it. What is said and tabbed through comes in the same order. */
export const startPhone = async (bridge: Bridge): Promise<void> => {
  const host = document.createElement('div')
  host.className = 'phone-host'
  const root = createRoot(host)
  const wide = matchMedia(WIDE)
  const place = (isOpen: boolean): void => {
    const isBeside = isOpen && wide.matches
    document.documentElement.dataset.phone = isBeside ? 'beside' : isOpen ? 'sheet' : 'line'
    const isRight = isBeside ? host === document.body.lastElementChild : host === document.body.firstElementChild
    if (isRight) return
    // Moving it takes the focus away.
    const focused = host.contains(document.activeElement) ? document.activeElement : undefined
    document.body[isBeside ? 'append' : 'prepend'](host)
    if (focused instanceof HTMLElement) focused.focus()
  }
  const putAway = (): void => {
    keep({ isOff: true })
    root.unmount()
    host.remove()
    delete document.documentElement.dataset.phone
  }
  await styleSheet()
  root.render(
    <StrictMode>
      <Phone bridge={bridge} page={watchPage()} wide={wide} onPlace={place} onPutAway={putAway} />
    </StrictMode>,
  )
}
