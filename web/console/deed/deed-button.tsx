import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { say } from '../controls/notice.tsx'
import { queuesChanged } from '../queue/changed.ts'
import type { Deed } from './deed.ts'
import { DeedDialog } from './deed-dialog.tsx'

type DeedButtonProps<T> = {
  deed: Deed<T>
  /** What one does here first: the key `a` opens it. */
  isFirst?: boolean
  /** What stands on the button where it is one of many: the beginning of the name of the deed. It is drawn plain. */
  short?: string
  /** Reads again what the deed has changed. */
  onDone: (answer: T) => unknown
  /** Reads it again after the service refused because it is another by now than was shown. */
  onStale?: () => unknown
}

/** Where the eye and the keyboard go on after a deed: to the next of the queue or what the deed has given, or else to the top. */
const goOn = (): void => {
  const next = document.querySelector<HTMLElement>('[data-after-deed] button')
  const place = next ?? document.querySelector<HTMLElement>('main h1')
  place?.focus({ preventScroll: true })
}

/** Opens the question before a deed. */
export const DeedButton = <T,>({ deed, isFirst = false, short, onDone, onStale }: DeedButtonProps<T>) => {
  const [isOpen, setOpen] = useState(false)
  const done = async (answer: T): Promise<void> => {
    setOpen(false)
    say({ tone: 'good', text: deed.done(answer) })
    queuesChanged()
    await onDone(answer)
    goOn()
  }
  const close = (isStale: boolean): void => {
    setOpen(false)
    if (isStale) void onStale?.()
  }
  const look = short === undefined ? deed.kind && { kind: deed.kind } : { label: deed.name }
  return (
    <span data-key={isFirst ? 'act' : undefined}>
      <Button {...look} onPress={() => setOpen(true)}>
        {short ?? deed.name}
      </Button>
      {isOpen && <DeedDialog deed={deed} onDone={(answer) => void done(answer)} onClose={close} />}
    </span>
  )
}
