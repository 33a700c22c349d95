import { useEffect, useState } from 'react'
import { SECOND } from '../../../shared/kernel/time.ts'
import { useTexts } from '../../shared/language.ts'
import { shortened } from './shortened.ts'
import { controlTexts } from './texts.ts'

type IdProps = {
  /** What it names. */
  label: string
  text: string
  /** With all its digits. */
  whole?: boolean
}

/** The name of something, copied by a press. */
export const Id = ({ label, text, whole = false }: IdProps) => {
  const texts = useTexts(controlTexts)
  const [told, setTold] = useState('')
  useEffect(() => {
    if (told === '') return
    const timer = setTimeout(() => setTold(''), 2 * SECOND)
    return () => clearTimeout(timer)
  }, [told])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setTold(texts.copied)
    } catch {
      setTold(texts.notCopied)
    }
  }
  return (
    <span className="id">
      <button type="button" onClick={() => void copy()} title={text}>
        <span className="only-heard">{texts.copy(label)}</span>
        <code>{whole ? text : shortened(text)}</code>
        <span className="id-mark" aria-hidden="true" />
      </button>
      <span role="status" className="id-told">
        {told}
      </span>
    </span>
  )
}
