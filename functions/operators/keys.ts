import { keyAt } from '../../shared/table/keys.ts'

const operatorPartition = (name: string): string => `OPERATOR#${name}`

export const operatorKeys = {
  /** A person of the console: role, and what they sign in with. Read by every call of theirs. */
  person: (name: string) => keyAt(operatorPartition(name), 'OPERATOR'),
  /** One of their sessions. Read by every call in it, and renewed: apart from its person, whom none of those calls may change. */
  session: (name: string, hash: string) => keyAt(`OPERATORSESSION#${name}`, `SESSION#${hash}`),
  /** Something that needs two people. */
  proposal: (id: string) => keyAt(`PROPOSAL#${id}`, 'PROPOSAL'),
  /** Which proposal about a thing is open. */
  openProposal: (kind: string, thing: string) => keyAt(`PROPOSAL#${kind}:${thing}`, 'OPEN'),
  /** How many admins can sign in. Written by whatever changes that; no name is empty. */
  admins: () => keyAt(operatorPartition(''), 'ADMINS'),
}

/** Read as lists. */
export const operatorLists = {
  /** Of the list index: everybody who was ever invited. */
  all: 'OPERATORS#all',
  /** Of the list index: proposals in a state. Open ones stand at the time when they are over, others at that of their decision. */
  proposals: (status: string) => `PROPOSALS#${status}`,
}
