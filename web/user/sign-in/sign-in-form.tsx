import { useState } from 'react'
import { AskCode } from './ask-code.tsx'
import { type Enter, GiveCode } from './give-code.tsx'
import type { Sent } from './sign-in.ts'

/** Signs somebody in by number and code. `enter`: what takes the code, where that is not signing in alone. */
export const SignIn = ({ onSignedIn, enter }: { onSignedIn: (account: string) => void; enter?: Enter }) => {
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
  return <GiveCode sent={sent} {...told} {...(enter && { enter })} />
}
