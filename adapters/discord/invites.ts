import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField } from "discord.js";

/** To read a question in a channel or a thread, and to answer it there; commands need nothing. */
const PERMISSIONS = new PermissionsBitField([
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.ReadMessageHistory,
]).bitfield;

/** Where the bot is added, to a server and to a person's own account. */
export function inviteSentence(applicationId: string): string {
  return `Discord: add the bot to a server: ${serverInvite(applicationId)} or to yourself: ${userInvite(applicationId)}`;
}

function serverInvite(applicationId: string): string {
  const scopes = `${OAuth2Scopes.Bot}+${OAuth2Scopes.ApplicationsCommands}`;
  return `${authorize(applicationId)}&integration_type=0&permissions=${PERMISSIONS}&scope=${scopes}`;
}

function userInvite(applicationId: string): string {
  return `${authorize(applicationId)}&integration_type=1&scope=${OAuth2Scopes.ApplicationsCommands}`;
}

function authorize(applicationId: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}`;
}
