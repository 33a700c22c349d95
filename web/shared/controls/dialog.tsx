import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from 'react'

/**
 * Whether what is inside is put away for now: a dialog that nobody sees would still keep the focus and every press from the rest of the
 * page. It opens again, as it was, when what is inside comes back.
 */
export const PutAway = createContext(false)

type DialogProps = { title: string; onClose: () => void; children: ReactNode }

/**
 * A question over the page, on the browser's own dialog: it keeps the focus inside, Escape closes it, and the focus goes back to
 * where it was. Render it while it is open. Browsers of before 2022 show it in the page.
 */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const heading = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  const isAway = useContext(PutAway)
  useEffect(() => {
    const element = dialog.current
    if (!element || isAway) return
    const before = document.activeElement
    const isKnown = typeof element.showModal === 'function'
    if (isKnown && !element.open) element.showModal()
    if (!isKnown) element.classList.add('dialog-plain')
    element.querySelector<HTMLElement>('h2')?.focus()
    return () => {
      if (isKnown) element.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [isAway])
  return (
    <dialog
      className="dialog"
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        // It goes when the page no longer draws it.
        event.preventDefault()
        close.current()
      }}
    >
      <div className="stack">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  )
}
