import { createServer, type Server } from 'node:http'
import { ForPeople } from '../shared/command/for-people.ts'

/** The address can not be served on; the message is one line for people. */
export class PortInUse extends ForPeople {
  override readonly name = 'PortInUse'
}

const asPortFault = (port: number, error: NodeJS.ErrnoException): Error => {
  if (error.code === 'EADDRINUSE') return new PortInUse(`Port ${port} is in use: choose another with --port`)
  if (error.code === 'EACCES')
    return new PortInUse(`Port ${port} is not for this user: choose one from 1024 on with --port`)
  return error
}

/** Serves on the loopback interface; answers the port, which is a free one if 0 was asked for. */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(asPortFault(port, error))
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

/** Stops serving and breaks every connection. */
export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** Throws PortInUse early, before anything that takes time. */
export const assertFree = async (port: number): Promise<void> => {
  const probe = createServer()
  await listen(probe, port)
  await close(probe)
}
