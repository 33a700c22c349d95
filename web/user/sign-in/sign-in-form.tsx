import { useState } from 'react'
import { AskCode } from './ask-code.tsx'
import { type Enter, GiveCode } from './give-code.tsx'
import type { Sent } from './sign-in.ts'

type SignInProps = {
  onSignedIn: (account: string) => void
  /** What takes the code, where that is not signing in alone, and what its button says. */
  more?: { enter: Enter; label: string }
}

/** Signs somebody in by number and code. */
export const SignIn = ({ onSignedIn, more }: SignInProps) => {
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
  const told = { onResent: setSent, onOtherPhone: () => setSent(undefined), onSignedIn }
  return <GiveCode sent={sent} {...told} {...more} />
}
