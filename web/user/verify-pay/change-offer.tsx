import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Question } from '../../shared/controls/question.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { failureText } from '../../shared/state/failure.ts'
import { verifyPayTexts } from './texts.ts'

/**
 * Changes what an unpaid verification is bought with: it is given up, and submitted anew with the other offer. `onOver`: it turned out to
 * be paid or over.
 */
export const ChangeOffer = ({ orderId, onOver }: { orderId: string; onOver: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(verifyPayTexts)
  const [isAsked, setAsked] = useState(false)
  const [failed, setFailed] = useState<string>()
  const change = async (): Promise<void> => {
    try {
      await mine().orders.cancel(orderId)
      router().go('/verify', { replace: true })
    } catch (error) {
      setFailed(failureText(error, language))
      await onOver()
    }
  }
  const close = (): void => {
    setAsked(false)
    setFailed(undefined)
  }
  return (
    <>
      <Button wide onPress={() => setAsked(true)}>
        {texts.change}
      </Button>
      {isAsked && (
        <Question
          title={texts.changeTitle}
          more={texts.changeMore}
          yes={texts.changeYes}
          no={texts.changeNo}
          failed={failed}
          onYes={change}
          onClose={close}
        />
      )}
    </>
  )
}
