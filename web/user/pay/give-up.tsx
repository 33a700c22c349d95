import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Dialog } from '../../shared/controls/dialog.tsx'
import { useTexts } from '../../shared/language.ts'
import type { Order } from './phase.ts'
import { payTexts } from './texts.ts'

/** Gives an unpaid order up, after a question. */
export const GiveUp = ({ order, giveUp }: { order: Order; giveUp: () => Promise<void> }) => {
  const texts = useTexts(payTexts)
  const [isAsked, setAsked] = useState(false)
  const yes = async (): Promise<void> => {
    await giveUp()
    setAsked(false)
  }
  return (
    <>
      <Button kind="plain" onPress={() => setAsked(true)}>
        {texts.giveUp}
      </Button>
      {isAsked && (
        <Dialog title={texts.giveUpTitle} onClose={() => setAsked(false)}>
          <p>{texts.giveUpMore}</p>
          {order.kind === 'verification' && <p>{texts.giveUpVerification}</p>}
          <div className="row">
            <Button kind="danger" onPress={yes}>
              {texts.giveUpYes}
            </Button>
            <Button onPress={() => setAsked(false)}>{texts.giveUpNo}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
