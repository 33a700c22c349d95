import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { commonTexts } from '../../shared/texts/common.ts'
import { useTexts } from '../language.ts'

/** Copies a text; `label` says which. */
export const Copy = ({ text, label }: { text: string; label: string }) => {
  const { copy, copied } = useTexts(commonTexts)
  const [isCopied, setCopied] = useState(false)
  return (
    <Button
      kind="plain"
      label={isCopied ? `${copied} ${label}` : label}
      onPress={async () => {
        await navigator.clipboard?.writeText(text)
        setCopied(true)
      }}
    >
      {isCopied ? copied : copy}
    </Button>
  )
}
