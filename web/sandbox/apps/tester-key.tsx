import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import type { Handset } from '../handset.ts'
import { useTexts } from '../language.ts'
import { phoneTexts } from '../texts.ts'

const VISIBLE = /^[\x21-\x7e]+$/

/** Asks for the key of a deployed sandbox, again where the last was not it; it is remembered in this tab. */
export const TesterKey = ({ handset: { testerKey, takeKey } }: { handset: Handset }) => {
  const texts = useTexts(phoneTexts)
  const [key, setKey] = useState(testerKey ?? '')
  const [error, setError] = useState(testerKey === undefined ? undefined : texts.testerKeyWrong)
  return (
    <form
      className="phone-app stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const isOne = VISIBLE.test(key.trim())
        setError(isOne ? undefined : texts.testerKeyMissing)
        if (isOne) takeKey(key.trim())
      }}
    >
      <TextField
        id="phone-tester-key"
        label={texts.testerKey}
        hint={texts.testerKeyHint}
        value={key}
        onType={(typed) => {
          setError(undefined)
          setKey(typed)
        }}
        error={error}
        verbatim
      />
      <Button submit wide>
        {texts.testerKeySend}
      </Button>
    </form>
  )
}
