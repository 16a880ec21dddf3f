namespace AcikKapi.Intake.Notifications;

/// <summary>created → sending (the gateway has it) → sent (the SMSC has it) → delivered; or a failure, to be tried again or final.</summary>
public static class MessageState
{
    public const string Created = "created";
    public const string Sending = "sending";
    public const string Sent = "sent";
    public const string Delivered = "delivered";
    public const string TemporaryFailure = "temporary_failure";
    public const string TechnicalFailure = "technical_failure";

    /// <summary>What a delivery report of Kannel makes of a message; the same where it changes nothing. Nothing undoes a delivery.</summary>
    /// <param name="report">1 delivered, 2 failed, 4 buffered, 8 taken by the SMSC, 16 refused by the SMSC.</param>
    /// <param name="mayTryAgain">Tries are left.</param>
    public static string After(string state, int report, bool mayTryAgain) => report switch
    {
        1 => Delivered,
        8 when state is Created or Sending => Sent,
        2 or 16 when state is Sending or Sent => mayTryAgain ? TemporaryFailure : TechnicalFailure,
        _ => state,
    };
}
