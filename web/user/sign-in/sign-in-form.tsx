import { useState } from 'react'
import { AskCode } from './ask-code.tsx'
import { GiveCode } from './give-code.tsx'
import type { Sent } from './sign-in.ts'

/** Signs somebody in by number and code. */
export const SignIn = ({ onSignedIn }: { onSignedIn: (account: string) => void }) => {
  const [sent, setSent] = useState<Sent>()
  const [phone, setPhone] = useState('')
  if (!sent)
    return (
      <AskCode
        phone={phone}
        onSent={(now) => {
          setPhone(now.phone)
          setSent(now)
        }}
      />
    )
  return <GiveCode sent={sent} onResent={setSent} onOtherPhone={() => setSent(undefined)} onSignedIn={onSignedIn} />
}
