import { codeWords } from '../words/code-words.ts'
import { useWords } from '../words/use-words.ts'

/** A code of a channel in words, and as the channel writes it; one that has no words here as it is. */
export const Code = ({ of }: { of: string }) => {
  const told = useWords()(codeWords, of)
  if (told === of) return <code>{of}</code>
  return (
    <span className="told-code">
      {told} <code className="quiet">{of}</code>
    </span>
  )
}
