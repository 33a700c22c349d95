import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import type { Handset } from '../handset.ts'
import { useTexts } from '../language.ts'
import { phoneTexts } from '../texts.ts'

const VISIBLE = /^[\x21-\x7e]+$/

/** Asks for the key of a deployed sandbox; it is remembered in this tab. */
export const TesterKey = ({ handset }: { handset: Handset }) => {
  const texts = useTexts(phoneTexts)
  const [key, setKey] = useState('')
  return (
    <form
      className="phone-app stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (VISIBLE.test(key.trim())) handset.takeKey(key.trim())
      }}
    >
      <TextField
        id="phone-tester-key"
        label={texts.testerKey}
        hint={texts.testerKeyHint}
        value={key}
        onType={setKey}
        verbatim
      />
      <Button submit wide>
        {texts.testerKeySend}
      </Button>
    </form>
  )
}
