import { type ReactNode, useRef, useState } from 'react'

type Kind = 'main' | 'danger' | 'plain'

type ButtonProps = {
  /** Names it on its page, where the focus is brought to it. */
  id?: string
  /** The one thing to do here is `main`; there is one of it on a page. */
  kind?: Kind
  wide?: boolean
  /** Sends the form it stands in. */
  submit?: boolean
  /** Work that was begun elsewhere is under way; the button waits for it. */
  busy?: boolean
  /** Not now; say beside it why and until when. It can be reached and read all the same. */
  unavailable?: boolean
  /** What a screen reader says where the text alone does not tell what it is about; begin it with the text. */
  label?: string
  /** Until its promise is settled the button waits, and a second press does nothing. */
  onPress?: () => unknown
  children: ReactNode
}

const classOf = (kind: Kind | undefined, wide: boolean): string =>
  ['button', kind && `button-${kind}`, wide && 'button-wide'].filter(Boolean).join(' ')

/** A button that cannot be pressed twice for one thing, and keeps the focus while it waits. */
export const Button = (props: ButtonProps) => {
  const { id, kind, wide = false, submit = false, busy = false, unavailable = false, label, onPress, children } = props
  const [isPending, setPending] = useState(false)
  const pressed = useRef(false)
  const waits = busy || isPending
  const press = async (): Promise<void> => {
    // Two presses may come before the first has changed the page.
    if (pressed.current) return
    pressed.current = true
    setPending(true)
    try {
      await onPress?.()
    } finally {
      pressed.current = false
      setPending(false)
    }
  }
  return (
    <button
      id={id}
      type={submit ? 'submit' : 'button'}
      className={classOf(kind, wide)}
      aria-disabled={waits || unavailable || undefined}
      aria-busy={waits || undefined}
      aria-label={label}
      onClick={(event) => {
        if (waits || unavailable) event.preventDefault()
        else if (onPress) void press()
      }}
    >
      {waits && <span className="turning" aria-hidden="true" />}
      {children}
    </button>
  )
}
