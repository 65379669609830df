"use client";
import { signIn, signOut } from "next-auth/react";

/** Signs in with email and password; null when it worked, else a sentence for the form. */
export async function signInInBrowser(email: string, password: string): Promise<string | null> {
  const result = await signIn("password", { email, password, redirect: false });
  if (result?.ok && !result.error) return null;
  if (!result?.error || result.error === "CredentialsSignin") return "Email or password is not right.";
  return result.error;
}

/** Ends the session of this browser. Throws what the network throws. */
export async function signOutInBrowser(): Promise<void> {
  await signOut({ redirect: false });
}
