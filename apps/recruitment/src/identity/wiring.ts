import { Addresses } from './addresses.js';
import { IdentityVault } from './identity-vault.js';
import { ListVaultOpenings } from './list-vault-openings.js';
import { RenewFingerprints } from './renew-fingerprints.js';
import { RevealIdentity } from './reveal-identity.js';
import { TellFingerprints } from './tell-fingerprints.js';

export const answers = {
  'reveal-identity': RevealIdentity,
  'list-vault-openings': ListVaultOpenings,
} as const;

export const parts = [IdentityVault, Addresses, TellFingerprints, RenewFingerprints] as const;
