import { useState } from 'react'
import { useTexts } from '../language.ts'
import { commonTexts } from '../texts/common.ts'
import { Button } from './button.tsx'
import { Status } from './status.tsx'

type CopyProps = {
  text: string
  kind?: 'main' | 'plain'
  /** All of it is to be read, however long it is. */
  whole?: boolean
  children: string
}

/** A text to take along, and what takes it. Where the browser does not let a page copy, it can be selected by one tap. */
export const Copy = ({ text, kind, whole = false, children }: CopyProps) => {
  const common = useTexts(commonTexts)
  const [told, setTold] = useState('')
  const copy = async (): Promise<void> => {
    setTold('')
    try {
      await navigator.clipboard.writeText(text)
      setTold(common.copied)
    } catch {
      setTold(common.notCopied)
    }
  }
  return (
    <div className="tight">
      <code className={whole ? 'secret' : 'secret secret-long'}>{text}</code>
      <Button {...(kind && { kind })} wide onPress={copy}>
        {children}
      </Button>
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </div>
  )
}
