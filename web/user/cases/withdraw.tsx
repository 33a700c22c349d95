import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Question } from '../../shared/controls/question.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { failureText } from '../../shared/state/failure.ts'
import { caseTexts } from './texts.ts'

/** Takes a case back, after a question. `onOver`: it is, or was over before; the page has to be read again. */
export const Withdraw = ({ id, onOver }: { id: string; onOver: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(caseTexts)
  const [isAsked, setAsked] = useState(false)
  const [failed, setFailed] = useState<string>()
  const close = (): void => {
    setAsked(false)
    setFailed(undefined)
  }
  const withdraw = async (): Promise<void> => {
    try {
      await mine().reviews.withdraw(id)
      close()
    } catch (error) {
      setFailed(failureText(error, language))
    }
    await onOver()
  }
  return (
    <>
      <Button kind="plain" onPress={() => setAsked(true)}>
        {texts.withdraw}
      </Button>
      {isAsked && (
        <Question
          title={texts.withdrawTitle}
          more={texts.withdrawMore}
          yes={texts.withdrawYes}
          no={texts.withdrawNo}
          failed={failed}
          onYes={withdraw}
          onClose={close}
        />
      )}
    </>
  )
}
