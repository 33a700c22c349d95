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
  /** Reads again what the deed has changed. */
  onDone: (answer: T) => unknown
}

/** Where the eye and the keyboard go on after a deed: to the next of the queue, or else to the top. */
const goOn = (): void => {
  const next = document.querySelector<HTMLElement>('[data-after-deed] button')
  const place = next ?? document.querySelector<HTMLElement>('main h1')
  place?.focus({ preventScroll: true })
}

/** Opens the question before a deed. */
export const DeedButton = <T,>({ deed, isFirst = false, onDone }: DeedButtonProps<T>) => {
  const [isOpen, setOpen] = useState(false)
  const done = async (answer: T): Promise<void> => {
    setOpen(false)
    say({ tone: 'good', text: deed.done(answer) })
    queuesChanged()
    await onDone(answer)
    goOn()
  }
  return (
    <span data-key={isFirst ? 'act' : undefined}>
      <Button {...(deed.kind && { kind: deed.kind })} onPress={() => setOpen(true)}>
        {deed.name}
      </Button>
      {isOpen && <DeedDialog deed={deed} onDone={(answer) => void done(answer)} onClose={() => setOpen(false)} />}
    </span>
  )
}
