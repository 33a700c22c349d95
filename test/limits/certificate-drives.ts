import { hourOf } from '../../functions/account/limits/window.ts'
import { certificateWorld, NOBODYS } from '../certificates/showing/world.ts'
import { NOON } from '../kit.ts'
import { type Drive, NEAR } from './drive.ts'

const misses: Drive = async () => {
  const { at, asks } = await certificateWorld({}, { certificates: { missesPerHour: NEAR } })
  const from = (sourceIp: string) => () => asks(NOBODYS, sourceIp)
  return {
    ...{ most: NEAR, time: at.time, endsAt: hourOf(NOON).endsAt },
    ...{ once: from('192.0.2.1'), elsewhere: from('192.0.2.2') },
  }
}

export const certificateDrives: Readonly<Record<string, Drive>> = { 'certificates.missesPerHour': misses }
