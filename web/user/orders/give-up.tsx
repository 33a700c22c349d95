import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Question } from '../../shared/controls/question.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { failureText } from '../../shared/state/failure.ts'
import { orderTexts } from './texts.ts'

type GiveUpProps = {
  orderId: string
  /** What the button says. */
  text: string
  /** It is given up, or was paid or ended before that: the page has to be read again. */
  onOver: () => Promise<void>
}

/** Gives up an unpaid order, after a question. */
export const GiveUp = ({ orderId, text, onOver }: GiveUpProps) => {
  const language = useLanguage()
  const texts = useTexts(orderTexts)
  const [isAsked, setAsked] = useState(false)
  const [failed, setFailed] = useState<string>()
  const close = (): void => {
    setAsked(false)
    setFailed(undefined)
  }
  const giveUp = async (): Promise<void> => {
    try {
      await mine().orders.cancel(orderId)
      close()
    } catch (error) {
      setFailed(failureText(error, language))
    }
    await onOver()
  }
  return (
    <>
      <Button kind="plain" onPress={() => setAsked(true)}>
        {text}
      </Button>
      {isAsked && (
        <Question
          title={texts.giveUpTitle}
          more={texts.giveUpMore}
          yes={texts.giveUpYes}
          no={texts.giveUpNo}
          failed={failed}
          onYes={giveUp}
          onClose={close}
        />
      )}
    </>
  )
}
