namespace JcmInterop.Server.Partners;
