/** Under which address this computer is known to phones in the same network. */
import { networkInterfaces } from 'node:os'

type Interfaces = ReturnType<typeof networkInterfaces>

/** Networks inside this computer, and tunnels to elsewhere. */
const notForPhones = /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|tun|tap|wg|tailscale|zt|utun)/i

/** @returns the likeliest IPv4 address; undefined in no network */
export function lanAddress(interfaces: Interfaces = networkInterfaces()): string | undefined {
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, likely: (notForPhones.test(name) ? 0 : 2) + (isPrivate(address) ? 1 : 0) })),
  )
  return found.sort((one, other) => other.likely - one.likely)[0]?.address
}

const isPrivate = (address: string) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
