import { type ReactNode, useState } from 'react'
import { useLanguage } from '../language.ts'
import { failureText } from '../state/failure.ts'
import { Button } from './button.tsx'
import { Question } from './question.tsx'

type AskedButtonProps = {
  kind?: 'plain'
  wide?: boolean
  /** What is asked, what follows from a yes, and both answers. */
  question: { title: string; more: string; yes: string; no: string }
  /** What a yes does; where it fails, why is told beside the question, which stays. */
  onYes: () => Promise<unknown>
  /** It is done, or was not to be done any more: the page has to be read again. */
  onOver?: () => Promise<void>
  children: ReactNode
}

/** A button for what cannot be undone: it is done after a question. */
export const AskedButton = ({ question, onYes, onOver, children, ...looks }: AskedButtonProps) => {
  const language = useLanguage()
  const [isAsked, setAsked] = useState(false)
  const [failed, setFailed] = useState<string>()
  const close = (): void => {
    setAsked(false)
    setFailed(undefined)
  }
  const answerYes = async (): Promise<void> => {
    try {
      await onYes()
      close()
    } catch (error) {
      setFailed(failureText(error, language))
    }
    await onOver?.()
  }
  return (
    <>
      <Button {...looks} onPress={() => setAsked(true)}>
        {children}
      </Button>
      {isAsked && <Question {...question} failed={failed} onYes={answerYes} onClose={close} />}
    </>
  )
}
